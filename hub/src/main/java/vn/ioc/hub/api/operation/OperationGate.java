// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition;
import graphql.normalized.ExecutableNormalizedOperation;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Capability;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.schema.RecordModel;

/**
 * Lets a valid operation through to the data, or not: introspection by right, cost below the limit and within
 * the caller's budget. It reads the same normalized tree as the planner, puts {@code cost} into the answer's extensions, and
 * counts what is used.
 */
public final class OperationGate extends SimplePerformantInstrumentation {
    private static final String COST = OperationGate.class.getName();

    private final CostEstimate estimate;
    private final OperationLimits limits;
    private final OperationCaller callers;
    private final Policy policy;
    private final CallerBudget budget;
    private final FieldUsage usage;
    private final boolean introspection;

    /** @param introspection whether everybody signed in may read the schema; else it needs the capability */
    public OperationGate(
            RecordModel model,
            OperationLimits limits,
            OperationCaller callers,
            Policy policy,
            CallerBudget budget,
            FieldUsage usage,
            boolean introspection) {
        this.estimate = new CostEstimate(model);
        this.limits = limits;
        this.callers = callers;
        this.policy = policy;
        this.budget = budget;
        this.usage = usage;
        this.introspection = introspection;
    }

    /** Errors are answered in one language, whatever the client's. */
    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return input.transform(i -> i.locale(Locale.ENGLISH));
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext execution = parameters.getExecutionContext();
        ExecutableNormalizedOperation operation =
                execution.getNormalizedQueryTree().get();
        GraphQLContext context = execution.getGraphQLContext();
        Caller caller = callers.caller(context);
        introspect(operation, caller);
        long predicted = estimate.of(operation);
        if (predicted > limits.cost()) {
            throw new Refusal(
                    ErrorCode.LIMIT_COST,
                    "the operation would cost " + predicted + " points; at most " + limits.cost()
                            + " are allowed: ask for smaller pages or fewer levels",
                    Map.of("cost", Map.of("predicted", predicted, "limit", limits.cost())));
        }
        Map<String, Object> cost =
                budget.spend(caller, predicted, Map.of("predicted", predicted, "limit", limits.cost()));
        usage.count(operation, callers.client(context));
        // The events of a stream are answers too; each of them would carry it.
        if (operation.getOperation() != OperationDefinition.Operation.SUBSCRIPTION) {
            context.put(COST, cost);
        }
        return SimpleInstrumentationContext.noOp();
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        @Nullable Object cost = parameters.getGraphQLContext().get(COST);
        return CompletableFuture.completedFuture(
                cost == null ? result : result.transform(answer -> answer.addExtension("cost", cost)));
    }

    private void introspect(ExecutableNormalizedOperation operation, Caller caller) {
        boolean asked = operation.getTopLevelFields().stream()
                .anyMatch(f ->
                        f.getFieldName().equals("__schema") || f.getFieldName().equals("__type"));
        if (asked && !introspection && !policy.rightsOf(caller).has(Capability.INTROSPECTION)) {
            throw new Refusal(
                    ErrorCode.FORBIDDEN, "introspection needs the role integrator; the schema is at /schema.graphqls");
        }
    }
}
